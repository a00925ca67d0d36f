   
	#only comment