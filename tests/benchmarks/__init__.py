"""What quizgen costs against a peer or a floor, in one run: a file here gives the rows of its subject (`rows(texts)`), found by walking."""
