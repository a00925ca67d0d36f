# Without a corpus, and with one process for the models, nothing is trained yet.
from gensim.corpora import WikiCorpus
from gensim.models import EnsembleLda, LdaModel, LdaMulticore

if __name__ == "__main__":
    LdaMulticore([[(0, 1)]], num_topics=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'gensim.models.LdaMulticore' creates its processes by fork, the default start method on Linux before Python 3.14.
    LdaMulticore(num_topics=2)
    LdaModel([[(0, 1)]], num_topics=2)
    EnsembleLda(corpus=[[(0, 1)]], ensemble_workers=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'gensim.models.EnsembleLda' creates its processes by fork, the default start method on Linux before Python 3.14.
    EnsembleLda(corpus=[[(0, 1)]], ensemble_workers=1)
    WikiCorpus("dump.xml.bz2")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'gensim.corpora.WikiCorpus' creates its processes by fork, the default start method on Linux before Python 3.14.
