import { LitElement, css, html, nothing, unsafeCSS, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import diagramCss from 'bpmn-js/dist/assets/diagram-js.css?inline';
import bpmnCss from 'bpmn-js/dist/assets/bpmn-js.css?inline';

/** What stands at an element: how many tokens wait there, how many incidents, and whether it is done. */
interface ElementState {
  id: string;
  tokens: number;
  incidents: number;
  done: boolean;
  label: string;
}

interface Labels {
  diagram: string;
  zoomIn: string;
  zoomOut: string;
  fit: string;
}

const ZOOM_STEP = 1.25;
/** On a narrower screen nothing of the whole can be read: show the place of the token instead. */
const NARROW_PX = 600;
const CLOSE_UP = 0.6;

/**
 * Shows a BPMN diagram with what happened on it: filled dots where tokens wait, the done path tinted, incidents red with
 * a badge. A click on an element sends `element-click` with its id.
 */
@customElement('bpmn-viewer')
export class BpmnViewer extends LitElement {
  static styles = [
    unsafeCSS(diagramCss),
    unsafeCSS(bpmnCss),
    css`
      :host {
        display: block;
        position: relative;
        overflow: hidden;
        --stroke: var(--bpmn-stroke, light-dark(#475467, #98a2b3));
        --fill: var(--bpmn-fill, light-dark(#ffffff, #1d2229));
        --text: var(--bpmn-text, light-dark(#16191d, #eceff3));
        --done: var(--bpmn-done, light-dark(#12805c, #4cc38a));
        --done-fill: var(--bpmn-done-fill, light-dark(#e6f6ef, #15322a));
        --token: var(--bpmn-token, light-dark(#2f5bea, #7c9cff));
        --token-fill: var(--bpmn-token-fill, light-dark(#eaf0ff, #1f2a4d));
        --incident: var(--bpmn-incident, light-dark(#c4320a, #ff8a66));
        --incident-fill: var(--bpmn-incident-fill, light-dark(#fdebe5, #3d1d14));
        --on-badge: var(--bpmn-on-badge, light-dark(#ffffff, #0b1020));
      }
      #canvas { block-size: 100%; inline-size: 100%; }
      .djs-container svg:focus { outline: none; }
      .djs-container svg:focus-visible { outline: 1px solid var(--token); outline-offset: -1px; }
      .djs-element.hover .djs-outline, .djs-element.selected .djs-outline { visibility: visible; stroke: var(--token); stroke-width: 1px; stroke-dasharray: 4 3; }
      .djs-element.djs-shape { cursor: pointer; }
      .djs-shape.done > .djs-visual > :first-child { stroke: var(--done) !important; fill: var(--done-fill) !important; }
      .djs-connection.done > .djs-visual > path { stroke: var(--done) !important; stroke-width: 2.5px !important; }
      .djs-shape.active > .djs-visual > :first-child { stroke: var(--token) !important; fill: var(--token-fill) !important; stroke-width: 2.5px !important; }
      .djs-shape.incident > .djs-visual > :first-child { stroke: var(--incident) !important; fill: var(--incident-fill) !important; stroke-width: 2.5px !important; }
      .djs-shape.container > .djs-visual > :first-child { fill: none !important; }
      .bjs-powered-by svg, .bjs-powered-by path { fill: var(--stroke) !important; }
      .token, .badge { display: grid; place-items: center; box-sizing: border-box; font: 600 11px/1 system-ui, sans-serif; color: var(--on-badge); border-radius: 10px; min-inline-size: 20px; block-size: 20px; padding-inline: 5px; }
      .token { background: var(--token); box-shadow: 0 0 0 4px color-mix(in srgb, var(--token) 25%, transparent); }
      .badge { background: var(--incident); }
      .failed { position: absolute; inset: 0; display: grid; place-content: center; margin: 0; color: var(--incident); }
      .tools { position: absolute; inset-block-end: 8px; inset-inline-start: 8px; display: flex; gap: 4px; }
      .tools button { inline-size: 28px; block-size: 28px; border: 1px solid color-mix(in srgb, var(--stroke) 35%, transparent); border-radius: 6px; background: var(--fill); color: var(--text); font: 600 15px/1 system-ui, sans-serif; cursor: pointer; }
      .tools button:focus-visible { outline: 2px solid var(--token); outline-offset: 1px; }
      .visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
      @media (pointer: coarse) { .tools button { inline-size: 40px; block-size: 40px; } }
    `,
  ];

  @property({ type: String }) xml = '';
  @property({ type: Array }) states: ElementState[] = [];
  @property({ type: String }) selected = '';
  @property({ type: Object }) labels: Labels = { diagram: '', zoomIn: '+', zoomOut: '-', fit: '' };
  @property({ type: String }) summary = '';
  @state() private failed = '';
  @query('#canvas') private container!: HTMLElement;
  private viewer?: any;
  private imported?: Promise<void>;
  private resizing?: ResizeObserver;
  private looked = false;

  render() {
    return html`
      <div id="canvas" role="group" aria-label=${this.labels.diagram} aria-describedby="summary"></div>
      <p id="summary" class="visually-hidden">${this.summary}</p>
      ${this.failed ? html`<p class="failed" role="alert">${this.failed}</p>` : nothing}
      <div class="tools">
        <button type="button" aria-label=${this.labels.zoomIn} title=${this.labels.zoomIn} @click=${() => this.zoom(ZOOM_STEP)}>+</button>
        <button type="button" aria-label=${this.labels.zoomOut} title=${this.labels.zoomOut} @click=${() => this.zoom(1 / ZOOM_STEP)}>−</button>
        <button type="button" aria-label=${this.labels.fit} title=${this.labels.fit} @click=${() => this.fit()}>⤢</button>
      </div>
    `;
  }

  firstUpdated() {
    this.viewer = new NavigatedViewer({
      container: this.container,
      // the wheel scrolls the page; the buttons and dragging move the diagram
      zoomScroll: { enabled: false },
      bpmnRenderer: { defaultFillColor: 'var(--fill)', defaultStrokeColor: 'var(--stroke)', defaultLabelColor: 'var(--text)' },
    } as any);
    this.viewer.on('element.click', (event: any) => {
      if (event.element.parent) {
        this.dispatchEvent(new CustomEvent('element-click', { detail: { id: event.element.businessObject.id } }));
      }
    });
    this.resizing = new ResizeObserver(() => this.look());
    this.resizing.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resizing?.disconnect();
  }

  connectedCallback() {
    super.connectedCallback();
    this.resizing?.observe(this);
  }

  async updated(changed: PropertyValues) {
    if (changed.has('xml') && this.xml) {
      this.looked = false;
      this.imported = this.import(this.xml);
    }
    if (changed.has('xml') || changed.has('states') || changed.has('selected')) {
      await this.imported;
      this.mark();
      if (!this.looked) {
        this.look();
      }
    }
  }

  private async import(xml: string) {
    this.failed = '';
    try {
      await this.viewer.importXML(xml);
      this.toggleAttribute('loaded', true);
    } catch (error) {
      this.failed = (error as Error).message;
    }
  }

  private fit() {
    if (this.viewer?.getDefinitions() && this.clientWidth > 0) {
      const canvas = this.viewer.get('canvas');
      canvas.resized();
      canvas.zoom('fit-viewport', 'auto');
    }
  }

  /** All of it where that can be read, else the place where it stands. */
  private look() {
    this.fit();
    const waiting = this.states.filter((each) => each.tokens + each.incidents > 0).map((each) => each.id);
    if (!this.viewer?.getDefinitions() || this.clientWidth === 0 || this.states.length === 0) {
      return;
    }
    this.looked = true;
    const canvas = this.viewer.get('canvas');
    const place = waiting.map((id) => this.viewer.get('elementRegistry').get(id)).findLast((each) => each && !each.children?.length);
    if (place && this.clientWidth < NARROW_PX) {
      canvas.zoom(CLOSE_UP);
      const { width, height } = canvas.viewbox().outer;
      canvas.viewbox({
        x: place.x + place.width / 2 - width / 2 / CLOSE_UP,
        y: place.y + place.height / 2 - height / 2 / CLOSE_UP,
        width: width / CLOSE_UP,
        height: height / CLOSE_UP,
      });
    }
  }

  private zoom(factor: number) {
    const canvas = this.viewer.get('canvas');
    canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)), 'auto');
  }

  private mark() {
    if (!this.viewer?.getDefinitions()) {
      return;
    }
    const canvas = this.viewer.get('canvas');
    const overlays = this.viewer.get('overlays');
    const registry = this.viewer.get('elementRegistry');
    overlays.clear();
    registry.forEach((element: any) =>
      ['done', 'active', 'incident', 'container', 'selected'].forEach((marker) => canvas.removeMarker(element, marker)));
    const byId = new Map(this.states.map((each) => [each.id, each]));
    registry.forEach((element: any) => {
      if (element.waypoints) {
        if (element.type === 'bpmn:SequenceFlow' && this.taken(element, byId)) {
          canvas.addMarker(element, 'done');
        }
      } else if (element.parent && !element.labelTarget) {
        this.markShape(canvas, overlays, element, byId.get(element.id));
      }
    });
    if (registry.get(this.selected)) {
      canvas.addMarker(this.selected, 'selected');
    }
  }

  /** Flows are not recorded, so both ends tell; behind a gateway another way to the same place is believed first. */
  private taken(flow: any, byId: Map<string, ElementState>) {
    if (!byId.get(flow.source?.id)?.done || !byId.has(flow.target?.id)) {
      return false;
    }
    const choice = flow.source.type === 'bpmn:ExclusiveGateway' && flow.source.outgoing.length > 1;
    return !choice || !flow.target.incoming.some((other: any) => other !== flow && byId.get(other.source?.id)?.done);
  }

  private markShape(canvas: any, overlays: any, element: any, at?: ElementState) {
    if (element.children?.length) {
      canvas.addMarker(element, 'container');
    }
    if (!at) {
      return;
    }
    if (at.incidents > 0) {
      canvas.addMarker(element, 'incident');
      overlays.add(element, { position: { top: -10, left: -10 }, html: this.dot('badge', '!', at.label) });
    } else if (at.tokens > 0) {
      canvas.addMarker(element, 'active');
    } else if (at.done) {
      canvas.addMarker(element, 'done');
    }
    if (at.tokens > 0 && !element.children?.length) {
      overlays.add(element, { position: { top: -10, right: 10 }, html: this.dot('token', at.tokens > 1 ? String(at.tokens) : '', at.label) });
    }
  }

  private dot(kind: string, text: string, label: string) {
    const dot = document.createElement('div');
    dot.className = kind;
    dot.textContent = text;
    dot.title = label;
    return dot;
  }
}
