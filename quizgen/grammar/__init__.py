"""What infobox and prose share: dates, numbers and names."""
