// The button that turns the page dark or light and remembers it.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ?? (system.matches ? "dark" : "light")) === "dark";

  for (const button of document.querySelectorAll("[data-che-do]")) {
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      root.dataset.scheme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("congvan.scheme", root.dataset.scheme);
      } catch {
        // Without storage the choice lasts for this page.
      }
      show();
    });
    system.addEventListener("change", show);
    show();
    button.hidden = false;
  }
})();
