## Messages that asked for what has been done
reminder-settled-filed = Filed on { $at }; nothing is left to do here.
