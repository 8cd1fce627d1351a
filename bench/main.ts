// The script's zone, before anything makes a Date.
process.env['TZ'] = 'Asia/Jerusalem';

const { runBench } = await import('./run-bench');
await runBench(process.argv.slice(2));

export {};
