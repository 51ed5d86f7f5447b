// Draws the answers of this page. Text of data only ever becomes textContent, or text in an SVG.
(() => {
  "use strict";
  const answers = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const drawn = [];

  // --- text ---

  const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
  const DATE = /^\d{4}-\d{2}-\d{2}$/;
  const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z$/;

  const words = (column) => column.replaceAll("_", " ");
  const isName = (column) => /(^|_)(id|year|hour)$/.test(column);

  function shown(column, value) {
    if (value === null) return "–";
    if (typeof value !== "number") return String(value).replace(INSTANT, "$1 $2");
    if (isName(column)) return String(value);
    return grouped.format(value) + (/(^|_)percent$/.test(column) ? " %" : "");
  }

  function label(column, value) {
    return column.endsWith("_id") && typeof value === "number"
      ? `${words(column.slice(0, -3))} ${value}`
      : shown(column, value);
  }

  const percent = (part, whole) => (whole > 0 ? `${grouped.format(Math.round((1000 * part) / whole) / 10)} %` : "–");

  function element(name, text = "", attributes = {}) {
    const made = document.createElement(name);
    made.textContent = text;
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  }

  // --- what charts share ---

  const colour = (name) => getComputedStyle(root).getPropertyValue(`--${name}`).trim();
  const MARKS = 5;
  const mark = (at) => colour(`mark-${(at % MARKS) + 1}`);
  const LETTER = 7;

  /** Dates from the first to the last in the smallest step between two; other places as they are. */
  function filled(places) {
    const distinct = [...new Set(places)];
    if (distinct.length < 3 || !distinct.every((place) => DATE.test(place))) return distinct;
    const days = distinct.map((day) => Date.parse(day) / 86400000).sort((a, b) => a - b);
    const step = days.slice(1).reduce((least, day, at) => Math.min(least, day - days[at]), Infinity);
    const all = [];
    for (let day = days[0]; day <= days.at(-1); day += step) {
      all.push(new Date(day * 86400000).toISOString().slice(0, 10));
    }
    return distinct.every((day) => all.includes(day)) ? all : distinct;
  }

  /** Whole numbers from the least to the greatest; other names as they come. */
  function counted(names) {
    const distinct = [...new Set(names)];
    if (!distinct.every(Number.isInteger)) return distinct;
    const least = Math.min(...distinct);
    const greatest = Math.max(...distinct);
    if (greatest - least > 200) return distinct.sort((a, b) => a - b);
    return Array.from({ length: greatest - least + 1 }, (_, at) => least + at);
  }

  function tip(row) {
    const box = element("div", "", { class: "tip" });
    Object.entries(row).forEach(([column, value], at) => {
      const line = element("div");
      if (at > 0) line.append(`${words(column)}: `);
      line.append(element("b", at === 0 ? label(column, value) : shown(column, value)));
      box.append(line);
    });
    return box;
  }

  function base(tooltip) {
    return {
      animation: false,
      textStyle: { color: colour("ink") },
      tooltip: {
        confine: true,
        backgroundColor: colour("card"),
        borderColor: colour("rule"),
        textStyle: { color: colour("ink") },
        ...tooltip,
      },
    };
  }

  /** Names that would not fit beside each other are written aslant; of dates and numbers some are left out. */
  function placesAxis(column, places) {
    const names = places.map((place) => label(column, place));
    const isText = places.some((place) => typeof place === "string" && !DATE.test(place));
    const isCrowded = names.length * Math.max(...names.map((name) => name.length)) > 60;
    return {
      type: "category",
      data: names,
      axisLabel: {
        color: colour("soft"),
        ...(isText && names.length <= 24 ? { interval: 0, rotate: isCrowded ? 32 : 0 } : { hideOverlap: true }),
      },
      axisLine: { lineStyle: { color: colour("rule") } },
      axisTick: { show: false },
    };
  }

  const valuesAxis = (column) => ({
    type: "value",
    axisLabel: { color: colour("soft"), formatter: (value) => shown(column, value) },
    splitLine: { lineStyle: { color: colour("grid") } },
    splitNumber: 4,
  });

  const GRID = { left: 4, right: 14, top: 12, bottom: 8, containLabel: true };

  const rowOf = (rows) => (hit) => (rows[hit.dataIndex] ? tip(rows[hit.dataIndex]) : "");

  // --- a drawing for each kind of chart: what ECharts takes, and how high it is ---

  /** One value for each place; `series` says how it looks. */
  function alongPlaces(rows, [place, value], series) {
    const places = filled(rows.map((row) => row[place]));
    const found = places.map((at) => rows.find((row) => row[place] === at));
    return {
      height: 260,
      option: {
        ...base({ trigger: "axis", formatter: ([hit]) => (found[hit.dataIndex] ? tip(found[hit.dataIndex]) : "") }),
        grid: GRID,
        xAxis: placesAxis(place, places),
        yAxis: valuesAxis(value),
        series: [{ ...series, data: found.map((row) => (row ? row[value] : null)), itemStyle: { color: mark(0) } }],
      },
    };
  }

  const bars = (rows, columns) => alongPlaces(rows, columns, { type: "bar", barMaxWidth: 48 });

  const line = (rows, columns) =>
    alongPlaces(rows, columns, { type: "line", symbol: "circle", symbolSize: 5, showSymbol: true, lineStyle: { width: 2, color: mark(0) } });

  /** Bars below each other, with `beside` at their end. */
  function lying(rows, [name, value], beside) {
    const names = rows.map((row) => label(name, row[name]));
    const longest = Math.max(...names.map((text) => text.length));
    return {
      height: 22 + 25 * rows.length,
      option: {
        ...base({ trigger: "item", formatter: rowOf(rows) }),
        grid: { ...GRID, right: 10 + LETTER * Math.max(...rows.map((row) => beside(row).length)) },
        xAxis: { type: "value", show: false, axisLabel: { show: false } },
        yAxis: {
          type: "category",
          inverse: true,
          data: names,
          axisLabel: { color: colour("ink"), width: Math.min(190, LETTER * longest + 8), overflow: "truncate", interval: 0 },
          axisLine: { show: false },
          axisTick: { show: false },
        },
        series: [{
          type: "bar",
          barMaxWidth: 18,
          data: rows.map((row) => row[value]),
          itemStyle: { color: mark(0) },
          label: { show: true, position: "right", color: colour("soft"), formatter: (hit) => beside(rows[hit.dataIndex]) },
        }],
      },
    };
  }

  const ranking = (rows, columns) => lying(rows, columns, (row) => shown(columns[1], row[columns[1]]));

  function shares(rows, columns) {
    const whole = rows.reduce((sum, row) => sum + row[columns[1]], 0);
    return lying(rows, columns, (row) => `${shown(columns[1], row[columns[1]])} · ${percent(row[columns[1]], whole)}`);
  }

  function stacked(rows, [place, part, value]) {
    const places = filled(rows.map((row) => row[place]));
    const parts = [...new Set(rows.map((row) => row[part]))].sort();
    const cell = (at, name) => rows.find((row) => row[place] === at && row[part] === name);
    const found = parts.map((name) => places.map((at) => cell(at, name)));
    return {
      height: 260,
      legend: parts,
      option: {
        ...base({ trigger: "item", formatter: (hit) => tip(found[hit.seriesIndex][hit.dataIndex]) }),
        grid: GRID,
        xAxis: placesAxis(place, places),
        yAxis: valuesAxis(value),
        series: parts.map((name, at) => ({
          type: "bar",
          stack: "all",
          name,
          barMaxWidth: 48,
          data: found[at].map((row) => (row ? row[value] : null)),
          itemStyle: { color: mark(at) },
        })),
      },
    };
  }

  function heatMap(rows, [down, across, value]) {
    const lines = counted(rows.map((row) => row[down]));
    const columns = counted(rows.map((row) => row[across]));
    const values = rows.map((row) => row[value]);
    const [least, most] = [Math.min(0, ...values), Math.max(1, ...values)];
    const ink = (row) => colour(row[value] - least > Number(colour("turn")) * (most - least) ? "on-high" : "ink");
    return {
      height: 90 + Math.max(26, Math.min(34, 300 / lines.length)) * lines.length,
      option: {
        ...base({ trigger: "item", formatter: rowOf(rows) }),
        grid: { ...GRID, bottom: 44 },
        xAxis: { ...placesAxis(across, columns), name: words(across), nameLocation: "middle", nameGap: 26, nameTextStyle: { color: colour("soft") } },
        yAxis: { ...placesAxis(down, lines), inverse: true, axisLabel: { color: colour("soft"), interval: 0 } },
        visualMap: {
          min: least,
          max: most,
          orient: "horizontal",
          right: 8,
          bottom: 0,
          itemWidth: 10,
          itemHeight: 110,
          text: [shown(value, most), shown(value, least)],
          textStyle: { color: colour("soft") },
          inRange: { color: [colour("low"), colour("high")] },
        },
        series: [{
          type: "heatmap",
          data: rows.map((row) => ({
            value: [columns.indexOf(row[across]), lines.indexOf(row[down]), row[value]],
            label: { color: ink(row) },
          })),
          itemStyle: { borderColor: colour("card"), borderWidth: 2 },
          label: { show: rows.length <= 60, formatter: (hit) => shown(value, hit.value[2]) },
        }],
      },
    };
  }

  function funnel(rows, [step, value]) {
    const first = rows[0][value];
    const text = (row) => `${row[step]}\n${shown(value, row[value])} · ${percent(row[value], first)}`;
    return {
      height: 50 + 48 * rows.length,
      option: {
        ...base({ trigger: "item", formatter: rowOf(rows) }),
        series: [{
          type: "funnel",
          sort: "none",
          left: 4,
          top: 8,
          bottom: 8,
          width: "52%",
          min: 0,
          max: Math.max(1, first),
          gap: 3,
          data: rows.map((row) => ({ name: row[step], value: row[value] })),
          itemStyle: { color: mark(0), borderWidth: 0 },
          label: { position: "right", color: colour("ink"), lineHeight: 17, formatter: (hit) => text(rows[hit.dataIndex]) },
          labelLine: { length: 12, lineStyle: { color: colour("rule") } },
        }],
      },
    };
  }

  const DRAWINGS = { bars, line, ranking, shares, stacked, "heat-map": heatMap, funnel };

  // --- the panels ---

  function tableOf(rows, title) {
    const columns = Object.keys(rows[0]);
    const isNumber = (column) => rows.every((row) => row[column] === null || typeof row[column] === "number");
    const side = (column) => (isNumber(column) ? { class: "number" } : {});
    const table = element("table");
    const head = element("tr");
    head.append(...columns.map((column) => element("th", words(column), { scope: "col", ...side(column) })));
    const lines = rows.map((row) => {
      const made = element("tr");
      made.append(...columns.map((column) => element("td", shown(column, row[column]), side(column))));
      return made;
    });
    const [top, body] = [element("thead"), element("tbody")];
    top.append(head);
    body.append(...lines);
    table.append(element("caption", title), top, body);
    const scroll = element("div", "", { class: "scroll", tabindex: "0", role: "region", "aria-label": `${title}, as a table` });
    scroll.append(table);
    return scroll;
  }

  function figures(row) {
    const list = element("dl");
    Object.entries(row).forEach(([column, value]) => {
      const figure = element("div");
      figure.append(element("dt", words(column.replace(/_percent$/, ""))), element("dd", shown(column, value)));
      list.append(figure);
    });
    return list;
  }

  function alternative(kind, title, rows) {
    const columns = Object.keys(rows[0]);
    const last = kind === "stacked" || kind === "heat-map" ? 2 : 1;
    const most = rows.reduce((best, row) => (row[columns[last]] > best[columns[last]] ? row : best));
    const where = columns.slice(0, last).map((column) => label(column, most[column])).join(", ");
    return `${title}: ${kind.replace("-", " ")} chart of ${rows.length} values. The greatest is ${shown(columns[last], most[columns[last]])} ${words(columns[last])}, ${where}. The table has all of them.`;
  }

  function legendOf(parts) {
    const list = element("ul", "", { class: "legend" });
    parts.forEach((part, at) => {
      const swatch = element("span", "", { class: "swatch" });
      swatch.style.background = `var(--mark-${(at % MARKS) + 1})`;
      const item = element("li");
      item.append(swatch, part);
      list.append(item);
    });
    return list;
  }

  function drawChart(kind, title, rows) {
    const make = () => DRAWINGS[kind](rows, Object.keys(rows[0]));
    const { height, legend } = make();
    const figure = element("div", "", { class: "figure" });
    if (legend) figure.append(legendOf(legend));
    const drawing = element("div", "", { class: "drawing", role: "img", "aria-label": alternative(kind, title, rows) });
    drawing.style.height = `${height}px`;
    figure.append(drawing);
    return { figure, drawing, make };
  }

  function fill(panel) {
    const kind = panel.dataset.chart;
    const title = panel.querySelector("h3").textContent;
    const rows = answers[panel.id];
    const place = panel.querySelector(".answer");
    if (rows.length === 0) {
      place.append(element("p", "No rows", { class: "none" }));
    } else if (kind === "figures") {
      place.append(figures(rows[0]));
    } else if (kind === "table") {
      place.append(tableOf(rows, title));
    } else {
      const { figure, drawing, make } = drawChart(kind, title, rows);
      const table = tableOf(rows, title);
      const button = panel.querySelector(".view");
      table.hidden = true;
      place.append(figure, table);
      const chart = echarts.init(drawing, null, { renderer: "svg" });
      chart.setOption(make().option);
      const show = (asTable) => {
        button.setAttribute("aria-pressed", asTable);
        table.hidden = !asTable;
        figure.hidden = asTable;
        if (!asTable) chart.resize();
      };
      button.hidden = false;
      button.addEventListener("click", () => show(figure.hidden === false));
      drawn.push({ chart, drawing, make, show });
    }
  }

  document.querySelectorAll(".panel").forEach(fill);

  // --- the page: size, theme, tables, paper ---

  const sizes = new ResizeObserver((changes) => {
    changes.filter(({ contentRect }) => contentRect.width > 0)
      .forEach(({ target }) => drawn.find(({ drawing }) => drawing === target).chart.resize());
  });
  drawn.forEach(({ drawing }) => sizes.observe(drawing));

  const themeButton = document.getElementById("theme");
  function dress(theme) {
    root.dataset.theme = theme;
    themeButton.setAttribute("aria-pressed", theme === "dark");
    drawn.forEach(({ chart, make }) => chart.setOption(make().option, true));
  }
  themeButton.setAttribute("aria-pressed", root.dataset.theme === "dark");
  themeButton.addEventListener("click", () => {
    dress(root.dataset.theme === "dark" ? "light" : "dark");
    try { localStorage.setItem("sparkify-theme", root.dataset.theme); } catch { /* not kept then */ }
  });

  const tablesButton = document.getElementById("tables");
  tablesButton.addEventListener("click", () => {
    const asTables = tablesButton.getAttribute("aria-pressed") !== "true";
    tablesButton.setAttribute("aria-pressed", asTables);
    drawn.forEach(({ show }) => show(asTables));
  });

  const WIDTH_OF_PAPER = 660;
  let onScreen = root.dataset.theme;
  addEventListener("beforeprint", () => {
    onScreen = root.dataset.theme;
    dress("light");
    drawn.forEach(({ chart }) => chart.resize({ width: WIDTH_OF_PAPER }));
  });
  addEventListener("afterprint", () => {
    dress(onScreen);
    drawn.forEach(({ chart }) => chart.resize({ width: "auto" }));
  });
})();
