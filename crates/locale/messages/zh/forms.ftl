more-name-parts = 称谓、中间名、后缀
