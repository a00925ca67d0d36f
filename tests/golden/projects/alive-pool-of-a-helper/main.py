# A pool that nobody closes is a hazard for the next one, in another module.
import extract
import transform

if __name__ == "__main__":
    rows = extract.run([1, 2])
    print(transform.run(rows))
