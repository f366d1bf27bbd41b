#!/usr/bin/env bash
# Lays out every example's report in headless Chromium, in both languages and at three widths, and fails when the page
# scrolls sideways, when two labels of a chart overlap, or when a label is shortened or cut by the edge of its chart.
set -euo pipefail
cd "$(dirname "$0")/.."

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
command=.build/release/interlocal
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A window has a least width that is more than a telephone's, so the page stands in a frame of exact width.
frame() {
  cat <<FRAME
<!DOCTYPE html><meta charset="utf-8"><style>body{margin:0}iframe{border:0;width:$1px;height:900px;display:block}</style>
<iframe src="file://$2"></iframe><pre id="out"></pre><script>
onload = () => {
  const page = document.querySelector('iframe').contentDocument, faults = [];
  const width = page.documentElement.scrollWidth;
  if (width > $1) faults.push('the page is ' + width + ' wide');
  let labels = 0, charts = 0;
  for (const chart of page.querySelectorAll('svg')) {
    const edge = chart.getBoundingClientRect();
    if (edge.width === 0) continue;
    charts++;
    const boxes = [...chart.querySelectorAll('text')].filter(t => t.textContent.trim()).map(t => [t, t.getBoundingClientRect()]);
    labels += boxes.length;
    for (const [text] of boxes) if (text.textContent.trim().endsWith('…')) faults.push('shortened: ' + text.textContent);
    for (const [text, box] of boxes)
      if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1)
        faults.push('cut: ' + text.textContent);
    for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
      const [a, b] = [boxes[i][1], boxes[j][1]];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      // Line boxes are taller than their letters: two pixels across and four up are air.
      if (wide > 2 && high > 4) faults.push('overlap: ' + boxes[i][0].textContent + ' | ' + boxes[j][0].textContent);
    }
  }
  if (charts === 0) faults.push('no chart is drawn');
  document.getElementById('out').textContent = 'LAYOUT ' + charts + ' charts, ' + labels + ' labels' +
    faults.map(f => '\nFAULT ' + f).join('');
};
</script>
FRAME
}

failed=0
for folder in Examples/*/; do
  for language in en zh; do
    name=$(basename "$folder")-$language
    "$command" study "$folder" --out "$work/$name" --lang "$language" >/dev/null 2>&1
    for width in 320 768 1280; do
      frame "$width" "$work/$name/report.html" >"$work/frame.html"
      "$browser" --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --allow-file-access-from-files \
        --user-data-dir="$work/browser" --window-size=1400,900 --dump-dom "file://$work/frame.html" 2>/dev/null |
        sed -n '/<pre id="out">/,/<\/pre>/p' | sed -e 's/<script.*//' -e 's/<[^>]*>//g' | grep -E '^(LAYOUT|FAULT) ' \
        >"$work/said" || true
      grep -q LAYOUT "$work/said" || { echo "$name at $width: the browser said nothing"; failed=1; continue; }
      echo "$name at $width: $(sed -n 's/.*LAYOUT //p' "$work/said")"
      if grep FAULT "$work/said"; then failed=1; fi
    done
  done
done
exit "$failed"
