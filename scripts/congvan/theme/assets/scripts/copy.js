// Buttons that copy a link or a citation. They stay hidden where nothing could be copied.
(() => {
  const SAID = { done: "Đã sao chép.", failed: "Không sao chép được; xin chọn và chép tay:" };
  const canCopy = () => Boolean(navigator.clipboard?.writeText || document.execCommand);

  const byHand = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    field.setAttribute("readonly", "");
    field.className = "chi-doc";
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  };

  // Plain http (a machine in the office) has no clipboard interface: the old way serves there.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return byHand(text);
    }
  };

  for (const button of document.querySelectorAll(".chep[data-chep]")) {
    if (!canCopy()) break;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = button.dataset.chep;
      const said = button.parentElement.querySelector(".chep-xong");
      const copied = await copy(text);
      button.focus();
      if (said) said.textContent = copied ? SAID.done : `${SAID.failed} ${text}`;
    });
  }
})();
