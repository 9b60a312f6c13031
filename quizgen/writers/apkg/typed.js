// Plain ES2018. Anki's own comparison holds what was typed: right if it is one of the card's answers once both are folded.
// The folding is that of quizgen/writers/_notes/answers.py.
(function () {
  const card = document.querySelector(".quizgen[data-matches]");
  const compared = card && card.querySelector("code#typeans");
  const verdict = card && card.querySelector(".verdict");
  if (!verdict) return;
  if (!compared || !compared.querySelector("span")) {
    if (compared) compared.classList.add("unseen");
    return;
  }

  const bare = { đ: "d", ø: "o", ł: "l", ı: "i" };
  const digits = /^[0-9][0-9]$/;

  function tells(sign, index, all) {
    const between = digits.test((all[index - 1] || "") + (all[index + 1] || ""));
    return /[\p{L}\p{N}]/u.test(sign) || "+<>~≈±%".includes(sign) || (between && !/\s/.test(sign));
  }

  function folded(text) {
    const plain = text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[đøłı]/g, (sign) => bare[sign])
      .replace(/[‐‑‒–—―−]/g, "-")
      .replace(/\p{M}/gu, "")
      .replace(/([0-9])[,.'’\s](?=[0-9]{3}(?![0-9]))/g, "$1");
    const told = Array.from(plain).map((sign, index, all) => (tells(sign, index, all) ? sign : " "));
    const words = told.join("").split(/\s+/).filter((word) => word && !["a", "an", "the"].includes(word));
    return words.reduce((all, word) => all + (digits.test(all.slice(-1) + word[0]) ? " " : "") + word, "");
  }
  window.quizgenFolded = folded;

  const arrow = compared.querySelector("#typearrow");
  const typed = Array.from(compared.querySelectorAll(".typeGood, .typeBad"))
    .filter((part) => !arrow || part.compareDocumentPosition(arrow) & Node.DOCUMENT_POSITION_FOLLOWING)
    .map((part) => part.textContent)
    .join("");
  const right = !arrow || card.getAttribute("data-matches").split("|").includes(folded(typed));
  verdict.textContent = right ? "Right." : "Not accepted: compare the two.";
  verdict.classList.add(right ? "good" : "bad");
  if (right) compared.classList.add("unseen");
})();
