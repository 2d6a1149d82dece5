"""How articles come in: uploads and samples."""
