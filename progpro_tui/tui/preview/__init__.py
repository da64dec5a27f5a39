"""The preview: the app on a file that somebody is writing, asked anew each time it is saved."""
