import type { Properties } from '../app/ports';

/** The document properties. */
export function properties(): Properties {
  const store = PropertiesService.getDocumentProperties();
  return {
    all: () => store.getProperties(),
    set(values) {
      const kept: Record<string, string> = {};
      for (const [name, value] of Object.entries(values)) {
        if (value === null) store.deleteProperty(name);
        else kept[name] = value;
      }
      if (Object.keys(kept).length > 0) store.setProperties(kept, false);
    },
  };
}
