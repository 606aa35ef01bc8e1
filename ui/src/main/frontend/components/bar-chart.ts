import { LitElement, css, html, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import * as echarts from 'echarts/core';
import { BarChart as Bars } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

echarts.use([Bars, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** One colour of bars; a label per value says it as people read it. */
interface Series {
  name: string;
  tone: string;
  values: number[];
  labels: string[];
}

interface Data {
  categories: string[];
  series: Series[];
  stacked: boolean;
  totals: string[];
  axis: string;
}

const ROW_PX = 30;
const FRAME_PX = 50;
const LEGEND_PX = 26;
const NARROW_PX = 420;
const MOST_TICKS = 5;

/**
 * Lying bars, one row per category, in the page's own colours, light or dark. A click on a row sends `bar-click` with the
 * row's and the series' number. What is drawn is told in words by `summary`.
 */
@customElement('bar-chart')
export class BarChart extends LitElement {
  static styles = css`
    :host { display: block; position: relative; min-inline-size: 0; }
    #chart { inline-size: 100%; }
    #probe { position: absolute; visibility: hidden; }
  `;

  @property({ type: Object }) data?: Data;
  @property({ type: String }) summary = '';
  @query('#chart') private container!: HTMLElement;
  @query('#probe') private probe!: HTMLElement;
  private chart?: echarts.ECharts;
  private readonly resizing = new ResizeObserver(() => this.draw());
  private readonly dressing = new MutationObserver(() => this.draw());
  private readonly darkness = matchMedia('(prefers-color-scheme: dark)');
  private readonly redraw = () => this.draw();

  render() {
    return html`<span id="probe"></span><div id="chart" role="img" aria-label=${this.summary}></div>`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.resizing.observe(this);
    this.dressing.observe(document.documentElement, { attributes: true });
    this.darkness.addEventListener('change', this.redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resizing.disconnect();
    this.dressing.disconnect();
    this.darkness.removeEventListener('change', this.redraw);
    this.chart?.dispose();
    this.chart = undefined;
  }

  updated(changed: PropertyValues) {
    if (changed.has('data')) {
      this.draw();
    }
  }

  private draw() {
    if (!this.data || !this.container || this.clientWidth === 0) {
      return;
    }
    const rows = this.data.categories.length * (this.data.stacked ? 1 : this.data.series.length);
    this.container.style.blockSize = `${rows * ROW_PX + FRAME_PX + (this.data.series.length > 1 ? LEGEND_PX : 0)}px`;
    if (!this.chart) {
      this.chart = echarts.init(this.container);
      this.chart.on('click', (event: any) =>
        this.dispatchEvent(new CustomEvent('bar-click', { detail: { category: event.dataIndex, series: event.seriesIndex } })));
    }
    this.chart.resize();
    this.chart.setOption(this.option(this.data), true);
    this.toggleAttribute('drawn', true);
  }

  private option(data: Data): any {
    const text = this.colour('text');
    const muted = this.colour('muted');
    const line = this.colour('line');
    const font = getComputedStyle(this).fontFamily;
    const short = this.clientWidth < NARROW_PX;
    return {
      animation: false,
      textStyle: { fontFamily: font, color: text },
      grid: { left: 4, right: short ? 84 : 110, top: data.series.length > 1 ? 34 : 8, bottom: 26, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      legend: { show: data.series.length > 1, top: 0, left: 0, itemWidth: 11, itemHeight: 11, textStyle: { color: muted }, icon: 'roundRect', selectedMode: false },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow', shadowStyle: { color: line, opacity: 0.35 } },
        renderMode: 'richText',
        confine: true,
        backgroundColor: this.colour('card'),
        borderColor: line,
        textStyle: { color: text, fontFamily: font, fontSize: 13 },
        formatter: (rows: any[]) => this.inWords(data, rows[0].dataIndex),
      },
      xAxis: {
        type: 'value',
        name: data.axis,
        nameLocation: 'middle',
        nameGap: 26,
        nameTextStyle: { color: muted },
        splitNumber: short ? 3 : MOST_TICKS,
        minInterval: data.axis === '' ? 1 : undefined,
        axisLabel: { color: muted, hideOverlap: true, formatter: (value: number) => this.compact(value) },
        splitLine: { lineStyle: { color: line } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: data.categories,
        triggerEvent: false,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: line } },
        axisLabel: { color: text, width: short ? 96 : 170, overflow: 'truncate' },
      },
      series: data.series.map((series, index) => this.bars(data, series, index)),
    };
  }

  private bars(data: Data, series: Series, index: number) {
    const last = index === data.series.length - 1;
    const labels = data.stacked ? data.totals : series.labels;
    return {
      type: 'bar',
      name: series.name,
      stack: data.stacked ? 'all' : undefined,
      data: series.values,
      barMaxWidth: 20,
      cursor: 'pointer',
      itemStyle: { color: this.colour(series.tone), borderRadius: data.stacked ? 0 : 3 },
      emphasis: { disabled: true },
      label: {
        show: !data.stacked || last,
        position: 'right',
        color: this.colour('text'),
        formatter: (bar: any) => labels[bar.dataIndex],
      },
      labelLayout: { hideOverlap: false },
    };
  }

  private inWords(data: Data, category: number) {
    return [data.categories[category], ...data.series.map((each) => `${each.name}: ${each.labels[category]}`)].join('\n');
  }

  private compact(value: number) {
    return new Intl.NumberFormat(document.documentElement.lang || 'en', { notation: 'compact' }).format(value);
  }

  /** The page's colour of this name as it is now: `light-dark()` is resolved by the browser. */
  private colour(name: string) {
    this.probe.style.color = `var(--pl-${name})`;
    return getComputedStyle(this.probe).color;
  }
}
