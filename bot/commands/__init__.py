"""What the commands of the command line do; `bot/cli.py` names them and shows their examples."""
