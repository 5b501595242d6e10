### Bir isteğin yanıtlanması için nasıl olması gerektiği.

request-too-large = Bu çok büyük. En fazla { NUMBER($megabytes) } MB gönderin.
request-too-many-fields = Çok fazla alan var. En fazla { NUMBER($most) } alan gönderin.
request-field-too-large = Bu metin çok uzun. En fazla { NUMBER($kilobytes) } KB kullanın.
request-malformed = Bu istek okunamadı. Geri dönüp tekrar deneyin.
request-timed-out = Gönderme çok uzun sürdü. Bağlantınızı kontrol edip tekrar deneyin.
request-files-not-taken = Burada dosya alınmıyor. Formu dosyasız gönderin.
