//! A real listener: connections, and how the server ends.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::{mpsc, oneshot},
    task::JoinHandle,
    time::timeout,
};
use web::{Permission, Response, Routes};

use crate::office::Office;

struct Server {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    running: JoinHandle<std::io::Result<()>>,
    /// Says when the slow page is being made.
    started: mpsc::UnboundedReceiver<()>,
    /// Lets the slow page finish.
    go_on: std::sync::mpsc::Sender<()>,
}

async fn start() -> Server {
    let (go_on, gate) = std::sync::mpsc::channel();
    let (tell, started) = mpsc::unbounded_channel();
    let gate = parking_lot::Mutex::new(gate);
    let mut routes = Routes::<Office>::new();
    routes.get("/slow", Permission::Anyone, move |_, request| {
        tell.send(()).unwrap();
        gate.lock().recv().unwrap();
        Ok(Response::text(format!("slow {}", request.peer)))
    });
    let router = web::router(Arc::new(Office::default()), routes);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let running = tokio::spawn(web::serve(listener, router, async {
        let _ = stopped.await;
    }));
    Server { address, stop, running, started, go_on }
}

async fn request(address: SocketAddr, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: kartotek_session=member\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    stream
}

async fn rest(mut stream: TcpStream) -> String {
    let mut text = String::new();
    timeout(Duration::from_secs(10), stream.read_to_string(&mut text)).await.unwrap().unwrap();
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn stopping_finishes_requests_and_ends_streams() {
    let mut server = start().await;
    let mut live = request(server.address, "/live").await;
    let mut greeting = [0; 15];
    live.read_exact(&mut greeting).await.unwrap();
    assert_eq!(&greeting, b"HTTP/1.1 200 OK");
    let idle = TcpStream::connect(server.address).await.unwrap();
    let slow = request(server.address, "/slow").await;
    server.started.recv().await.unwrap();

    server.stop.send(()).unwrap();
    assert!(rest(live).await.ends_with("0\r\n\r\n"), "the stream ends as it should");
    assert_eq!(rest(idle).await, "");
    assert!(!server.running.is_finished());
    server.go_on.send(()).unwrap();
    let answer = rest(slow).await;
    assert!(answer.contains("HTTP/1.1 200 OK") && answer.ends_with("slow 127.0.0.1"), "{answer}");
    timeout(Duration::from_secs(10), server.running).await.unwrap().unwrap().unwrap();
    assert!(TcpStream::connect(server.address).await.is_err());
}
