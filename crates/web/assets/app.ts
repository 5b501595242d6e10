// The script of every page: htmx for partial swaps, and the custom elements.
import htmx from "htmx.org";
import "./elements/arrange";
import "./elements/board";
import "./elements/calendar";
import "./elements/copy";
import "./elements/drop";
import "./elements/edit";
import "./elements/list";
import "./elements/live";
import "./elements/mention";
import "./elements/menu";
import "./elements/palette";
import "./elements/passkey";
import "./elements/repeat";
import "./elements/signature";
import "./elements/shortcuts";
import "./elements/stopped";
import "./elements/theme";
import "./elements/toast";
import "./elements/zone";

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  attributesToSettle: [],
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  globalViewTransitions: false,
  defaultSettleDelay: 0,
  scrollIntoViewOnBoost: false,
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    // A form with its errors, and a value somebody else changed meanwhile, are shown where they were sent from.
    { code: "(409|422)", swap: true },
    { code: "[45]..", swap: false, error: true },
  ],
});
