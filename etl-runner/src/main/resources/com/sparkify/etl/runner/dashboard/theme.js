// The theme that was chosen here before, else that of the system; before anything is painted.
(() => {
  let chosen = null;
  try { chosen = localStorage.getItem("sparkify-theme"); } catch { /* no storage for this page */ }
  const dark = chosen === null ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
