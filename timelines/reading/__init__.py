"""From bytes to an article: decoding, text, sentences, language."""
