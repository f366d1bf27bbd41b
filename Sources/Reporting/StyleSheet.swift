/// How the page looks on screens and on paper. Dark text on white, one accent; no fonts are fetched.
enum StyleSheet {
  /// The page around the parts of a report.
  static let frame: StaticString = """

    :root{--ink:#1b1f23;--soft:#53585d;--line:#d5d9dc;--faint:#f4f5f6;--accent:#14506b}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
    body{margin:0 auto;padding:0 1rem 3rem;max-width:48rem;color:var(--ink);background:#fff;
    font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","PingFang SC",
    "Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",Arial,sans-serif;overflow-wrap:anywhere}
    :lang(zh) body,body:lang(zh){line-height:1.75}
    a{color:var(--accent);text-underline-offset:.15em}
    a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    .skip{position:absolute;left:-999rem;background:#fff;padding:.5rem 1rem}
    .skip:focus{left:1rem;top:1rem;z-index:2}
    header{padding:3rem 0 1.5rem;border-bottom:1px solid var(--line)}
    .kind{margin:0;color:var(--soft);font-size:.9rem}
    h1{margin:.25rem 0 1rem;font-size:clamp(1.6rem,5vw,2.3rem);line-height:1.2;font-weight:650;text-wrap:balance}
    .finding{margin:0;font-size:clamp(1.05rem,2.6vw,1.25rem);line-height:1.5;color:var(--accent)}
    .case{color:var(--soft)}
    h2{margin:0 0 1rem;font-size:1.45rem;line-height:1.25;font-weight:650}
    h3{margin:2rem 0 .5rem;font-size:1.1rem;font-weight:650}
    section{padding-top:2.75rem}
    nav{padding:1.25rem 0;border-bottom:1px solid var(--line)}
    nav h2{font-size:.9rem;margin:0 0 .25rem;color:var(--soft)}
    nav ol{margin:0;padding:0;list-style:none;columns:2;column-gap:2rem}
    nav li{padding:.2rem 0;break-inside:avoid}
    footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.85rem}
    @media (max-width:639px){
    header{padding-top:1.75rem}
    nav ol{columns:1}
    nav li{padding:.35rem 0}
    section{padding-top:2.25rem}
    }
    @media print{
    @page{size:A4;margin:16mm 15mm}
    body{max-width:none;padding:0;font-size:10pt;line-height:1.45}
    header{padding-top:0}
    .skip{display:none}
    nav ol{columns:2}
    section{padding-top:1.5rem}
    a{color:inherit;text-decoration:none}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    }

    """

  /// The parts of a report – charts, keys, tables, formulas – whatever page they stand on.
  static let parts: StaticString = """

    .summary{padding:0;list-style:none;margin:0}
    .summary li{padding:.55rem 0 .55rem 1.1rem;border-left:3px solid var(--line);margin-bottom:.35rem}
    .summary li:first-child{border-left-color:var(--accent)}
    figure{margin:2.25rem 0 2.5rem}
    figcaption{font-weight:650;font-size:1.1rem;line-height:1.4;margin-bottom:.75rem}
    svg.wide,svg.narrow{display:block;width:100%;height:auto;font-family:inherit;overflow:visible}
    svg.narrow,.keys.narrow{display:none}
    .halo{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
    .legend,.keys{list-style:none;margin:0 0 .9rem;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.25rem;
    font-size:.85rem;line-height:1.45;color:var(--ink)}
    .legend li{display:flex;align-items:center;gap:.45rem;min-width:0}
    .legend svg{flex:none}
    .keys.wide{display:block}
    .keys{margin:.75rem 0 0;columns:11rem;column-gap:1.25rem}
    .keys li{break-inside:avoid}
    .note{color:var(--soft);font-size:.85rem;margin:.6rem 0}
    details{margin:.6rem 0}
    details.table{border-top:1px solid var(--line);margin:0;padding:.5rem 0}
    details.table:last-child{border-bottom:1px solid var(--line)}
    summary{cursor:pointer;color:var(--accent);font-size:.92rem;padding:.2rem 0}
    .scroll{overflow-x:auto;margin:.75rem 0;max-width:100%}
    table{border-collapse:collapse;font-size:.86rem;line-height:1.4;font-variant-numeric:tabular-nums;min-width:100%}
    caption span{display:block;position:sticky;left:0;max-width:min(46rem,calc(100vw - 2rem))}
    caption{text-align:left;font-weight:650;padding:.25rem 0 .5rem;caption-side:top}
    th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;text-align:left;
    overflow-wrap:break-word}
    th:first-child{padding-left:0}
    thead th{vertical-align:bottom;border-bottom:2px solid var(--ink);font-weight:650}
    tbody th{font-weight:400;min-width:7rem;max-width:16rem}
    td.t{max-width:20rem;min-width:4.5rem}
    .n{text-align:right;white-space:nowrap}
    thead .n{white-space:normal;min-width:4.2rem}
    tbody th.n{text-align:left}
    tr.marked th,tr.marked td{font-weight:650;background:var(--faint)}
    .measures{margin:0;border-top:1px solid var(--line)}
    .measures>div{display:grid;grid-template-columns:minmax(0,15rem) minmax(0,1fr);gap:.1rem 1.5rem;
    padding:.6rem 0;border-bottom:1px solid var(--line)}
    .measures dt{font-weight:650;grid-row:span 2}
    dd{margin:0}
    .measures .formula{grid-column:2;color:var(--soft)}
    .formula{overflow-x:auto;overflow-y:hidden;padding:.15rem 0}
    math{font-size:1.05em}
    details.opened{margin:.35rem 0 .35rem .9rem}
    .opened dl{margin:.2rem 0 .8rem;font-size:.92rem}
    .opened dt{font-weight:650;margin-top:.5rem}
    .opened p{margin:.1rem 0}
    .sum{font-variant-numeric:tabular-nums}
    .methods dt,.sources dt{font-weight:650;margin-top:1.1rem}
    .methods p{margin:.2rem 0}
    .sources dd{font-size:.92rem}
    .literature{font-size:.92rem;padding-left:1.1rem}
    .patterns{position:absolute}
    @media (max-width:639px){
    svg.wide,.keys.wide{display:none}
    svg.narrow{display:block;max-width:25rem}
    .keys.narrow{display:block}
    .measures>div{grid-template-columns:minmax(0,1fr)}
    .measures dt{grid-row:auto}
    .measures .formula{grid-column:1}
    td.t:last-child{min-width:14rem}
    }
    @media print{
    svg.wide,.keys.wide{display:block}
    svg.narrow,.keys.narrow{display:none}
    figure>svg.wide{break-inside:avoid;max-height:200mm}
    figcaption,h2,h3,caption,.legend,dt{break-after:avoid}
    figcaption,h2,h3,.legend,.keys,tr,.measures>div,.summary li{break-inside:avoid}
    .measures dt{break-after:auto}
    details::details-content{content-visibility:visible;display:block}
    details.table>summary,figure>details>summary{display:none}
    details.list>summary{display:block}
    figure>svg.wide+*{break-before:avoid}
    .scroll:not(:has(tr:nth-child(15))){break-inside:avoid}
    tr,caption+thead{break-inside:avoid}
    summary{list-style:none;color:var(--soft)}
    summary::-webkit-details-marker{display:none}
    .scroll{overflow:visible}
    table{font-size:7.5pt;width:100%}
    th,td{padding:.15rem .3rem}
    thead .n{min-width:0}
    tbody th,td.t{min-width:4.6em}
    thead{display:table-header-group}
    }

    """
}
