# silent
print("only a comment launches this")
