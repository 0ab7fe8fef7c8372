// What the search says to readers.

const many = new Intl.NumberFormat("vi");

export const WORDS = {
  none: (q) => `Không có văn bản nào khớp với “${q}”.`,
  noneFiltered: "Không có văn bản nào khớp với điều kiện đã chọn.",
  count: (n, about) => `${about ? "Khoảng " : ""}${many.format(n)} văn bản.`,
  shown: (from, to, n, about) =>
    `${about ? "Khoảng " : ""}${many.format(n)} văn bản, đang xem ${from}–${to}.`,
  searching: "Đang tìm…",
  failed: "Chưa tải được chỉ mục tìm kiếm. Hãy thử lại, hoặc dùng các lối vào bên dưới.",
  retry: "Thử lại",
  stub: "Chưa có toàn văn",
  near: "Không có số này. Các số gần nhất:",
  wider: "Tìm rộng hơn: các từ không cần đứng liền nhau",
  previous: "Trang trước",
  next: "Trang sau",
  pages: "Các trang kết quả",
  all: (n) => `Xem tất cả ${many.format(n)} văn bản`,
  hits: (n) => (n ? `${many.format(n)} gợi ý; dùng phím mũi tên để chọn.` : "Không có gợi ý nào."),
  suggestions: "Gợi ý",
  remove: (label) => `Bỏ điều kiện: ${label}`,
  clear: "Bỏ mọi điều kiện",
  facets: {
    nam: "Năm",
    loai: "Loại văn bản",
    "ban-hanh": "Cơ quan ban hành",
    giao: "Cơ quan được giao việc",
    gui: "Nơi nhận",
    han: "Thời hạn",
    co: "Toàn văn",
  },
  values: {
    han: { co: "Có việc ghi thời hạn" },
    co: { "toan-van": "Có toàn văn", "vien-dan": "Chỉ được viện dẫn" },
  },
  from: (day) => `Từ ngày ${day}`,
  to: (day) => `Đến ngày ${day}`,
};
