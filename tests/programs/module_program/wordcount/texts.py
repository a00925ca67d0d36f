TEXTS = [
    "A rose is a rose is a rose",
    "The rose that lives its little hour",
    "What is in a name",
]
