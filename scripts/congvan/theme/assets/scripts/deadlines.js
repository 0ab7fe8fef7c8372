// Says beside each deadline how it stands today. The built page knows no today: without this
// script the date stands alone. It says what the text's day is, never that someone is late.
(() => {
  const SAID = {
    past: "đã qua ngày ghi trong văn bản",
    today: "hôm nay",
    ahead: (days) => `còn ${days} ngày`,
  };
  const NEAR = 30;
  const DAY = 86_400_000;
  // Deadlines are days in Việt Nam, wherever the reader is.
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format();

  for (const time of document.querySelectorAll("time[data-han]")) {
    if (time.closest(".van-ban")) continue; // the document's own words stand as they are
    const days = Math.round((Date.parse(time.dataset.han) - Date.parse(today)) / DAY);
    if (Number.isNaN(days) || days > NEAR) continue;
    const note = document.createElement("span");
    note.className = days < 0 ? "han-trang-thai" : "han-trang-thai sap-toi";
    note.textContent = days < 0 ? SAID.past : days === 0 ? SAID.today : SAID.ahead(days);
    time.after(" ", note);
  }
})();
