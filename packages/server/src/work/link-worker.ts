// The thread that links a store for the server.
import { openStore, relink } from "@annalist/store";

export default async (place: string): Promise<void> => {
  const store = await openStore(place, { mustExist: true });
  try {
    await relink(store);
  } finally {
    await store.close();
  }
};
