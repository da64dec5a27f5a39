"""What must not lose an answer: kills, power cuts, full and failing disks, damage, two windows."""
