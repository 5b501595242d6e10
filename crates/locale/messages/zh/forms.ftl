more-name-parts = 称谓、中间名、后缀
photo-change = 更换照片
photo = 照片
photo-help = PNG、JPEG、GIF 或 WebP，最大 10 MB
