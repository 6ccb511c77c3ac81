"""Word and PowerPoint files as bytes in memory."""
