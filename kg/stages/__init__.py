"""A build: sources in, one graph out, through four stages that are cached by what they read.

`pipeline` runs them. Who only reads a build takes `folder` and `record`, and loads no stage.
"""
