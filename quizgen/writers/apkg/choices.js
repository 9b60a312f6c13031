// Plain ES2017. What was shown and tapped lives in one variable of the page: a client that keeps the page between
// front and back finds it again, any other shows the back in the note's own order.
(function () {
  const card = document.querySelector(".quizgen[data-code]");
  const list = card && card.querySelector("ol.choices");
  if (window.quizgenShown) document.removeEventListener("keydown", window.quizgenShown.press);
  if (!list) return;
  const code = card.getAttribute("data-code");
  const choices = Array.from(list.children);
  const many = list.classList.contains("many");

  function arrange(order) {
    order.forEach((index) => list.appendChild(choices[index]));
  }

  function shuffled(order) {
    for (let last = order.length - 1; last > 0; last--) {
      const pick = Math.floor(Math.random() * (last + 1));
      [order[last], order[pick]] = [order[pick], order[last]];
    }
    return order;
  }

  function ask() {
    const order = choices.map((_, index) => index);
    if (!list.classList.contains("fixed")) arrange(shuffled(order));
    const chosen = new Set();
    window.quizgenShown = { code, order, chosen, press };

    function choose(index) {
      const taken = chosen.has(index);
      if (!many) chosen.clear();
      if (taken) chosen.delete(index);
      else chosen.add(index);
      choices.forEach((choice, i) => choice.setAttribute("aria-checked", String(chosen.has(i))));
    }

    function go(index) {
      choices[index].focus();
      if (!many && !chosen.has(index)) choose(index);
    }

    list.setAttribute("role", many ? "group" : "radiogroup");
    choices.forEach((choice, index) => {
      choice.setAttribute("role", many ? "checkbox" : "radio");
      choice.setAttribute("aria-checked", "false");
      choice.setAttribute("tabindex", "0");
      choice.classList.add("tappable");
      choice.addEventListener("click", (event) => {
        event.stopPropagation();
        choose(index);
      });
    });

    function press(event) {
      if (!document.contains(list) || event.ctrlKey || event.altKey || event.metaKey) return;
      const at = order.findIndex((index) => choices[index] === document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const count = choices.length;
      if (step) go(order[at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count]);
      else if (at >= 0 && (event.key === " " || event.key === "Enter" || event.key === "x")) choose(order[at]);
      else if (/^[1-8]$/.test(event.key) && Number(event.key) <= count) choose(order[Number(event.key) - 1]);
      else return;
      event.preventDefault();
      event.stopPropagation();
    }
    document.addEventListener("keydown", press);
  }

  function tell() {
    const shown = window.quizgenShown;
    if (!shown || shown.code !== code || shown.order.length !== choices.length) return;
    arrange(shown.order);
    shown.chosen.forEach((index) => {
      const mark = document.createElement("span");
      mark.className = "yours";
      mark.textContent = "Your choice";
      choices[index].classList.add("chosen");
      choices[index].insertBefore(mark, choices[index].firstChild);
    });
    const verdict = card.querySelector(".verdict");
    if (!verdict || !shown.chosen.size) return;
    const right = choices.filter((choice, i) => choice.classList.contains("right") === shown.chosen.has(i)).length;
    const all = right === choices.length;
    verdict.textContent = all ? "Right." : many ? `${right} of ${choices.length} judged right.` : "Not this time.";
    verdict.classList.add(all ? "good" : "bad");
  }

  if (list.classList.contains("judged")) tell();
  else ask();
})();
