// A rendered page → its texts with their contrast, and the texts that stand out of their box.
(() => {
  const rgba = (css) => {
    const parts = css.match(/[\d.]+/g).map(Number);
    return parts.length < 4 ? [...parts, 1] : parts;
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
  const ground = (el) => {
    if (!el) return [255, 255, 255];
    const own = rgba(getComputedStyle(el).backgroundColor);
    return own[3] === 1 ? own : over(own, ground(el.parentElement));
  };
  // WCAG 2.2, relative luminance and contrast ratio
  const luminance = (color) => {
    const [r, g, b] = color.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (ink, paper) => {
    const [low, high] = [luminance(over(ink, paper)), luminance(paper)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const visible = (el) => getComputedStyle(el).visibility !== "hidden" && el.getClientRects().length > 0;

  function texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const el = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() && !["SCRIPT", "STYLE"].includes(el.tagName) && visible(el)) found.push(walker.currentNode);
    }
    return found;
  }

  function generated(el, which) {
    const style = getComputedStyle(el, which);
    if (which === "::marker" ? getComputedStyle(el).display !== "list-item" : ["none", "normal"].includes(style.content)) return [];
    return [[`${el.className}${which}`, ratio(rgba(style.color), over(rgba(style.backgroundColor), ground(el)))]];
  }

  function limits(el, wide) {
    let [left, right] = [0, wide];
    for (; el; el = el.parentElement) {
      if (getComputedStyle(el).display === "inline") continue;
      const edge = el.getBoundingClientRect();
      [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
    }
    return [left - 1, right + 1];
  }

  window.measures = {
    contrasts() {
      const plain = texts().map((node) => [node.data.trim(), ratio(rgba(getComputedStyle(node.parentElement).color), ground(node.parentElement))]);
      const all = Array.from(document.querySelectorAll("body *")).filter(visible);
      return plain.concat(...all.map((el) => ["::before", "::after", "::marker"].flatMap((which) => generated(el, which))));
    },
    overflowing() {
      const wide = document.documentElement.clientWidth;
      const page = document.documentElement.scrollWidth > wide ? [`page: ${document.documentElement.scrollWidth} > ${wide}`] : [];
      const out = texts().filter((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const [left, right] = limits(node.parentElement, wide);
        return Array.from(range.getClientRects()).some((box) => box.left < left || box.right > right);
      });
      return page.concat(out.map((node) => node.data.trim().slice(0, 60)));
    },
  };
})();
