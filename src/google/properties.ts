import type { Properties } from '../app/ports';

/** The document properties. */
export function properties(): Properties {
  const store = PropertiesService.getDocumentProperties();
  return {
    all: () => store.getProperties(),
    set(values) {
      store.setProperties({ ...values }, false);
    },
  };
}
