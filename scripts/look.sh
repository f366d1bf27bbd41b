#!/bin/sh
# Pictures of a report as people meet it: 320, 768 and 1280 pixels wide, and on A4 paper.
#
#   scripts/look.sh report.html pictures
#
# Needs chromium; with pdftoppm the pages of the PDF become pictures too. Fails when the page is wider than its window.
set -eu
page=$(realpath "$1")
out=$2
mkdir -p "$out"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
browse() {
  chromium --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars \
    --user-data-dir="$profile/browser" "$@" 2>/dev/null
}
for width in ${WIDTHS:-320 768 1280}; do
  # A window has a least width that is more than a telephone's: the page stands in a frame of exact width. Its height
  # is that of the page, measured first; the frame also says whether the page is wider than it may be.
  cat >"$profile/frame.html" <<FRAME
<!DOCTYPE html><meta charset="utf-8"><style>body{margin:0}iframe{border:0;width:${width}px;height:800px;display:block}</style>
<iframe src="file://$page"></iframe><script>onload=()=>{const d=document.querySelector('iframe').contentDocument.documentElement;
document.body.dataset.size=d.scrollWidth+'x'+d.scrollHeight}</script>
FRAME
  size=$(browse --allow-file-access-from-files --window-size=1400,900 --dump-dom "file://$profile/frame.html" |
    sed -n 's/.*data-size="\([0-9]*x[0-9]*\)".*/\1/p')
  wide=${size%x*}
  high=${size#*x}
  sed -i "s/height:800px/height:${high}px/" "$profile/frame.html"
  window=$width
  [ "$window" -ge 500 ] || window=500
  # No picture can be higher than 16384 pixels: long pages are taken in parts.
  part=0
  while [ $((part * 8000)) -lt "$high" ]; do
    rest=$((high - part * 8000))
    [ "$rest" -le 8000 ] || rest=8000
    sed "s/body{margin:0}/body{margin:-$((part * 8000))px 0 0;overflow:hidden}/" "$profile/frame.html" >"$profile/part.html"
    browse --allow-file-access-from-files --window-size="$window,$rest" \
      --screenshot="$out/$width-$((part + 1)).png" "file://$profile/part.html" >/dev/null
    part=$((part + 1))
  done
  echo "$width: page $wide wide, $high high"
  [ "$wide" -le "$width" ] || { echo "$page scrolls sideways at $width pixels" >&2; exit 1; }
done
browse --no-pdf-header-footer --print-to-pdf="$out/a4.pdf" "file://$page" >/dev/null
if command -v pdftoppm >/dev/null; then pdftoppm -r 60 -png "$out/a4.pdf" "$out/a4"; fi
