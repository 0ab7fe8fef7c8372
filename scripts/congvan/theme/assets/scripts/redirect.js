// Leads on with the query and the fragment, which a refresh would lose.
(() => {
  const to = new URL(document.currentScript.dataset.to, location.href);
  if (!to.hash) to.hash = location.hash;
  if (!to.search) to.search = location.search;
  if (to.origin === location.origin) location.replace(to);
})();
