/// What pages gain where scripts run; without it they work the same, by links and forms.
///
/// - `<main data-live="PD-3" data-version="4">`: when the object has changed, a note above the content says so, with a
///   link that reads the page anew.
/// - On the pages of somebody signed in, a note warns before the session ends, and one press keeps it.
///
/// Every word comes from the server, in the language of the visit.
enum LiveScript {
  static let text = """
    "use strict";
    (() => {
      const main = document.querySelector("main");
      if (!main) return;
      const note = (name, words, link, act) => {
        let place = document.getElementById(name);
        if (!place) {
          place = document.createElement("p");
          place.id = name;
          place.className = "done";
          place.setAttribute("role", "status");
          main.prepend(place);
        }
        place.textContent = words + " ";
        const way = document.createElement("a");
        way.href = act ? "#" + name : location.href;
        way.textContent = link;
        if (act) way.addEventListener("click", (event) => { event.preventDefault(); act(); });
        place.append(way);
      };
      if (main.dataset.live && window.EventSource) {
        const query = new URLSearchParams({ of: main.dataset.live, seen: main.dataset.version || "0" });
        const source = new EventSource("/live?" + query);
        source.addEventListener("changed", (event) => {
          const told = JSON.parse(event.data);
          note("live-note", told.words, told.link);
          source.close();
        });
        addEventListener("pagehide", () => source.close());
      }
      if (document.querySelector('header a[href="/account"]')) {
        let timer = 0;
        const look = async () => {
          clearTimeout(timer);
          document.getElementById("session-note")?.remove();
          const answer = await fetch("/session", { cache: "no-store" });
          if (!answer.ok) return;
          const told = await answer.json();
          const end = () => note("session-note", told.over, told.signIn);
          const warn = () => {
            note("session-note", told.words, told.stay, look);
            timer = setTimeout(end, told.warning * 1000);
          };
          timer = setTimeout(warn, Math.max(0, told.seconds - told.warning) * 1000);
        };
        look();
      }
    })();

    """
}
