// Leads to what went wrong with a form.

document.getElementById("trouble")?.focus();
