# Libraries that parallelise with threads or with programs of their own.
# silent
import lightgbm
import optuna
import ray
import xgboost
from gensim.models import Word2Vec

xgboost.XGBClassifier(n_jobs=4)
lightgbm.LGBMClassifier(n_jobs=4)
optuna.create_study().optimize(abs, n_jobs=4)
Word2Vec([["a"]], workers=4)
ray.init()
