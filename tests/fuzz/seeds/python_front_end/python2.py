print "x", `y`
exec "1" in d
raise E, "m"
