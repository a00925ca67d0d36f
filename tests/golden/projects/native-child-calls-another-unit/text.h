int starts_with(const char *text, const char *begin);
char *copy_of(const char *text);
