"""The command line `plaza`: set up, serve, import, count, print, back up, restore, look after."""
