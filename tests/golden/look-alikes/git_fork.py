# A method called fork of something else.
# silent
import github


def fork_repository(token):
    repository = github.Github(token).get_repo("a/b")
    return repository.create_fork(), repository.fork()
