// Before the first paint: the reader's own choice of light or dark, where one was made.
// Without a choice, or without storage, the style sheet follows the system.
(() => {
  document.documentElement.classList.replace("no-js", "js");
  try {
    const chosen = localStorage.getItem("congvan.scheme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
  } catch {
    // Storage is shut (private windows, strict settings): the system's choice stands.
  }
})();
