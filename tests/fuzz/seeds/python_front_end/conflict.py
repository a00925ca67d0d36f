<<<<<<< ours
Pool(1)
=======
Pool(2)
>>>>>>> theirs
Pool(3)
