"""The standards that sources follow, each as one table from which all that reads or writes it follows."""
