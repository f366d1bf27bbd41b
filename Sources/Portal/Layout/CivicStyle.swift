/// How the portal looks: quiet, civic, one accent; dark where the reader's screen is dark; A4 and Letter on paper.
enum CivicStyle {
  static let rules: StaticString = """
    :root{color-scheme:light dark;--ink:#1b1f23;--soft:#53585d;--line:#d5d9dc;--faint:#f4f5f6;--paper:#fff;
    --accent:#14506b;--accent-ink:#fff;--fault:#a8261d;--focus:#ffd54a}
    @media (prefers-color-scheme:dark){:root{--ink:#e8eaec;--soft:#a9b0b6;--line:#3b4248;--faint:#22272b;--paper:#171a1d;
    --accent:#8cc7e3;--accent-ink:#0d1a21;--fault:#ff9b8f;--focus:#ffd54a}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;color:var(--ink);background:var(--paper);overflow-wrap:anywhere;
    font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","PingFang SC",
    "Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC",Arial,sans-serif}
    :lang(zh) body,body:lang(zh){line-height:1.7;line-break:strict}
    a{color:var(--accent);text-underline-offset:.15em}
    :focus-visible{outline:3px solid var(--focus);outline-offset:2px;box-shadow:0 0 0 5px #1b1f23}
    main:focus{outline:none}
    .skip{position:absolute;left:-999rem;padding:.75rem 1rem;background:var(--paper)}
    .skip:focus{left:1rem;top:1rem;z-index:2}
    .banner{border-bottom:1px solid var(--line);background:var(--faint)}
    .top,.banner nav,main,footer{max-width:62rem;margin:0 auto;padding:0 1rem}
    .top{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;justify-content:space-between;padding-top:.75rem}
    .region{font-weight:650;font-size:1.1rem;color:inherit;text-decoration:none;padding:.25rem 0}
    .who{display:flex;gap:1rem;align-items:center}
    .who a{padding:.25rem 0;min-height:24px}
    .banner ul{max-width:none;list-style:none;display:flex;flex-wrap:wrap;gap:0 1.25rem;margin:.25rem 0 0;padding:0}
    .banner li a{display:inline-block;padding:.5rem 0;text-decoration:none;border-bottom:3px solid transparent}
    .banner li a:hover{text-decoration:underline}
    .banner li a[aria-current]{border-bottom-color:var(--accent);font-weight:650;color:inherit}
    main{padding-top:1.25rem;padding-bottom:3rem}
    .way{margin:0 0 .75rem;font-size:.9rem;color:var(--soft)}
    h1{margin:.5rem 0 1rem;font-size:clamp(1.5rem,4.5vw,2.1rem);line-height:1.25;font-weight:650;text-wrap:balance}
    h2{margin:2.25rem 0 .75rem;font-size:1.3rem;line-height:1.3;font-weight:650}
    h3{margin:1.5rem 0 .5rem;font-size:1.05rem;font-weight:650}
    p,ul,ol{max-width:42rem}
    .lead{font-size:1.1rem;color:var(--soft)}
    .note{color:var(--soft);font-size:.9rem}
    .tag{display:inline-block;padding:.05rem .5rem;border:1px solid var(--accent);border-radius:.2rem;font-size:.85rem;
    color:var(--accent);white-space:nowrap}
    .tag.over{border-color:var(--line);color:var(--soft)}
    .facts{margin:0 0 1.5rem;border-top:1px solid var(--line)}
    .facts>div{display:grid;grid-template-columns:minmax(0,13rem) minmax(0,1fr);gap:.1rem 1.5rem;padding:.5rem 0;
    border-bottom:1px solid var(--line)}
    .facts dt{font-weight:650}
    .facts dd{margin:0}
    .writing p{margin:.35rem 0}
    .acts{list-style:none;margin:0 0 1.5rem;padding:0;border-top:1px solid var(--line);max-width:none}
    .acts li{padding:.6rem 0;border-bottom:1px solid var(--line)}
    .acts .note{display:block}
    .history{list-style:none;margin:0;padding:0;max-width:none}
    .history li{padding:.45rem 0 .45rem 1rem;border-left:3px solid var(--line)}
    .history time,.history .note{color:var(--soft);font-size:.9rem}
    .scroll{overflow-x:auto;margin:.5rem 0 1.5rem}
    table{border-collapse:collapse;width:100%;font-size:.95rem;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:650;padding:.25rem 0 .5rem}
    h2+.scroll caption{position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip-path:inset(50%)}
    th,td{padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;
    min-width:5.5rem}
    thead th{border-bottom:2px solid var(--ink);vertical-align:bottom;overflow-wrap:break-word}
    tbody th{font-weight:400}
    td.n,th.n{text-align:right;white-space:nowrap}
    .fields label,.fields legend,.fields .label{display:block;font-weight:650;margin:0 0 .15rem}
    .fields .field{margin:0 0 1.4rem;max-width:42rem}
    .fields fieldset{border:0;margin:0 0 1.4rem;padding:0}
    .fields .row{border-left:3px solid var(--line);padding-left:.85rem}
    .fields .choice{display:flex;gap:.6rem;align-items:baseline;min-height:2rem}
    .fields .choice label{font-weight:400;margin:0;padding:.2rem 0}
    .fields .hint{display:block;color:var(--soft);font-size:.9rem;margin-bottom:.25rem;font-weight:400}
    .fields .fault{display:block;color:var(--fault);font-weight:650;margin-bottom:.25rem}
    .field.wrong{border-left:4px solid var(--fault);padding-left:.85rem}
    input,textarea,select,button{font:inherit;color:inherit}
    input[type=text],input[type=password],input[type=date],input[type=datetime-local],input[type=search],input[type=number],
    textarea,select{width:100%;padding:.5rem .6rem;border:2px solid var(--soft);border-radius:.15rem;background:var(--paper)}
    input[type=date],input[type=datetime-local],input.short{max-width:16rem}
    textarea{min-height:8rem;resize:vertical}
    button,.button{display:inline-block;padding:.55rem 1.1rem;border:2px solid var(--accent);border-radius:.2rem;
    background:var(--accent);color:var(--accent-ink);font-weight:650;cursor:pointer;text-decoration:none;min-height:44px}
    button.plain{background:none;border:0;color:var(--accent);font-weight:400;padding:.25rem 0;text-decoration:underline;
    min-height:24px;text-underline-offset:.15em}
    .filter{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:flex-end;margin:1rem 0 1.5rem}
    .filter>div{flex:1 1 12rem;max-width:22rem}
    .filter label{display:block;font-weight:650}
    .faults{border:4px solid var(--fault);padding:.75rem 1rem;margin:0 0 1.5rem;max-width:42rem}
    .faults h2{margin:0 0 .35rem;font-size:1.15rem}
    .faults a{color:var(--fault)}
    .done{border:4px solid var(--accent);padding:.75rem 1rem;margin:0 0 1.5rem;max-width:42rem}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:1rem 1.5rem;margin:1rem 0}
    .card{border-top:3px solid var(--accent);padding-top:.6rem}
    .card h2,.card h3{margin:.1rem 0 .35rem;font-size:1.05rem}
    .card ul{margin:0;padding-left:1.1rem}
    ins{background:#d7f0dd;color:#10321b;text-decoration:underline}
    del{background:#fbdcd9;color:#5b120c}
    .words{white-space:pre-wrap;max-width:42rem;margin:.35rem 0}
    .clause{border-top:1px solid var(--line);padding:.25rem 0 .75rem}
    .bracket{border-left:3px solid var(--accent);padding-left:.85rem}
    .amendment{margin:.75rem 0 .75rem 1rem;border-left:3px solid var(--line);padding-left:.85rem}
    h4{margin:.5rem 0;font-size:1rem}
    .near{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.35rem 0 .75rem;padding:0}
    .near a{display:inline-block;padding:.25rem 0;min-height:24px}
    .sealed{border:2px dashed var(--soft);padding:.5rem .85rem;margin:.5rem 0 1rem;max-width:42rem}
    .mark{margin:0 0 .35rem;color:var(--fault);font-weight:650;font-size:.9rem}
    .steps{list-style:none;margin:0 0 1.5rem;padding:0;counter-reset:step}
    .steps li{padding:.4rem 0 .4rem 1rem;border-left:3px solid var(--line);color:var(--soft)}
    .steps .over{border-left-color:var(--accent);color:inherit}
    .steps .now{border-left:6px solid var(--accent);color:inherit}
    .statements{list-style:none;margin:0;padding:0}
    .statements li{padding:.5rem 0;border-bottom:1px solid var(--line)}
    code,.hash{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.85em}
    .hash{word-break:break-all}
    svg{max-width:100%;height:auto}
    footer{border-top:1px solid var(--line);padding-top:1rem;padding-bottom:2rem;color:var(--soft);font-size:.9rem}
    footer a{display:inline-block;padding:.25rem .6rem .25rem 0}
    @media (max-width:640px){.facts>div{grid-template-columns:minmax(0,1fr)}}
    .packet .lead{margin:0}
    .packet .facts+.facts{border-top:0;margin-top:-1.5rem}
    .packet pre{white-space:pre-wrap;word-break:break-all}
    .packet .sheet,.packet .sheet~h2{border-top:3px solid var(--accent);padding-top:.35rem}
    .packet .sheet h2:first-child{margin-top:.5rem}
    @media print{@page{margin:20mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif}}
    :root{--ink:#000;--soft:#333;--line:#999;--faint:#fff;--paper:#fff;--accent:#000}
    .banner nav,.who,.skip,.acts,.near,.screen,form,footer,body:has(.packet) .banner,body:has(.packet) .way{display:none}
    .sheet{break-before:page}
    .packet .sheet{border-top:0}
    .packet table{font-size:9pt}
    .packet th,.packet td{min-width:0;padding-right:.5rem;overflow-wrap:break-word}
    tbody tr:first-child{break-before:avoid}
    p,ul,ol{max-width:none}
    body{font-size:10.5pt}
    thead{display:table-header-group}
    tr,.facts>div,.history li{break-inside:avoid}
    h2,h3,caption,h2+.note,h3+.note{break-after:avoid}
    .scroll{overflow:visible}
    a{color:inherit;text-decoration:none}
    a[href^="http"]::after{content:" (" attr(href) ")"}
    details::details-content{content-visibility:visible;display:block}}

    """
}
