def digits(number):
    return sum(int(digit) for digit in str(2 ** number))
