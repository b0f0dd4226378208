//! Files of this machine: picked, dropped, read, saved.
//!
//! Files are picked by a hidden `<input type=file>` everywhere, since it works on every page and
//! needs no permission; they are saved where the person says if the browser has a dialogue for it,
//! else as a download. A dialogue opens only right after a click or a key.

use futures_channel::oneshot;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Object, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, Event, File, FileList, FileSystemFileHandle,
    FileSystemWritableFileStream, HtmlAnchorElement, HtmlInputElement, Url, Window,
};

use super::fault::{Kind, Trouble};
use super::listener::Listener;
use super::{has, window};

/// How long a download may take to begin; its address is taken back afterwards.
const DOWNLOAD_GRACE_MS: u32 = 60_000;

/// A file that the person gave us.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    raw: File,
}

impl Chosen {
    /// Its name without its folder.
    pub fn name(&self) -> String {
        self.raw.name()
    }

    /// Its size in bytes: known before anything is read.
    pub fn size(&self) -> u64 {
        self.raw.size() as u64
    }

    /// All of its bytes. `Kind::Missing` or `Kind::Refused` if it was moved or changed meanwhile,
    /// or is a folder.
    pub async fn read(&self) -> Result<Vec<u8>, Trouble> {
        let buffer = JsFuture::from(self.raw.array_buffer()).await?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}

impl From<File> for Chosen {
    fn from(raw: File) -> Self {
        Self { raw }
    }
}

/// Lets the person pick files; none if they thought better of it. `accept` is as in HTML:
/// `.txt,.docx`.
pub async fn pick(accept: &str, several: bool) -> Result<Vec<Chosen>, Trouble> {
    let document = window()?
        .document()
        .ok_or_else(|| Trouble::missing("a document"))?;
    let input: HtmlInputElement = document.create_element("input")?.unchecked_into();
    input.set_type("file");
    input.set_accept(accept);
    input.set_multiple(several);

    let (sender, receiver) = oneshot::channel();
    let sender = Rc::new(RefCell::new(Some(sender)));
    let hear = |name| {
        let sender = sender.clone();
        Listener::new(&input, name, move |_: Event| {
            let sender = sender.borrow_mut().take();
            if let Some(sender) = sender {
                // If nobody waits any more, what was picked is not wanted.
                let _ = sender.send(());
            }
        })
    };
    let _listeners = [hear("change"), hear("cancel")];
    input.click();
    receiver
        .await
        .map_err(|_| Trouble::new(Kind::Aborted, "the picker went away"))?;
    Ok(list(input.files()))
}

/// Whether something that is dragged over us brings files.
pub fn brings_files(transfer: &DataTransfer) -> bool {
    transfer.types().iter().any(|kind| kind == "Files")
}

/// The files of a drop. To be called within the event: the browser empties it afterwards.
pub fn dropped(transfer: &DataTransfer) -> Vec<Chosen> {
    list(transfer.files())
}

fn list(files: Option<FileList>) -> Vec<Chosen> {
    let Some(files) = files else {
        return Vec::new();
    };
    (0..files.length())
        .filter_map(|index| files.get(index))
        .map(Chosen::from)
        .collect()
}

/// Gives bytes to the browser as a download of that name; where it lands is the person's setting.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), Trouble> {
    let document = window()?
        .document()
        .ok_or_else(|| Trouble::missing("a document"))?;
    let url = Url::create_object_url_with_blob(&blob(mime, bytes)?)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    Timeout::new(DOWNLOAD_GRACE_MS, move || {
        // An address that is gone already is no harm.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

fn blob(mime: &str, bytes: &[u8]) -> Result<Blob, Trouble> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Ok(Blob::new_with_u8_array_sequence_and_options(
        &parts, &options,
    )?)
}

#[wasm_bindgen]
extern "C" {
    /// The window, with the picker that web-sys hides behind a global flag.
    #[wasm_bindgen(extends = Window)]
    type PickingWindow;

    #[wasm_bindgen(method, catch, js_name = showSaveFilePicker)]
    async fn show_save_file_picker(
        this: &PickingWindow,
        options: &Object,
    ) -> Result<JsValue, JsValue>;
}

/// Where something will be saved. Chosen first, while the click is fresh; written when the bytes
/// are ready.
#[derive(Clone, Debug)]
pub struct Destination {
    name: String,
    mime: String,
    handle: Option<FileSystemFileHandle>,
}

impl Destination {
    /// Lets the person say where, if the browser has a dialogue for it. `Kind::Aborted` if they
    /// thought better of it.
    pub async fn choose(name: &str, mime: &str) -> Result<Self, Trouble> {
        let window = window()?;
        let handle = if has(&window, "showSaveFilePicker") {
            let options = Object::new();
            Reflect::set(&options, &"suggestedName".into(), &name.into())?;
            let window: PickingWindow = window.unchecked_into();
            let handle: FileSystemFileHandle = window
                .show_save_file_picker(&options)
                .await?
                .unchecked_into();
            Some(handle)
        } else {
            None
        };
        let name = handle
            .as_ref()
            .map_or_else(|| name.to_owned(), |handle| handle.name());
        Ok(Self {
            name,
            mime: mime.to_owned(),
            handle,
        })
    }

    /// A plain download, without asking.
    pub fn download(name: &str, mime: &str) -> Self {
        Self {
            name: name.to_owned(),
            mime: mime.to_owned(),
            handle: None,
        }
    }

    /// The name that it will have, as far as we know.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether `write` knows that the bytes lie on the disk; of a download nobody tells us.
    pub fn is_certain(&self) -> bool {
        self.handle.is_some()
    }

    /// Writes the whole file. The old one is replaced only once the new one is complete.
    pub async fn write(&self, bytes: &[u8]) -> Result<(), Trouble> {
        let Some(handle) = &self.handle else {
            return download(&self.name, &self.mime, bytes);
        };
        let stream: FileSystemWritableFileStream = JsFuture::from(handle.create_writable())
            .await?
            .unchecked_into();
        let written = match stream.write_with_js_u8_array(&Uint8Array::from(bytes)) {
            Ok(writing) => JsFuture::from(writing).await.map(drop),
            Err(thrown) => Err(thrown),
        };
        if let Err(thrown) = written {
            // What was written so far is thrown away; the old file stays.
            let _ = JsFuture::from(stream.abort()).await;
            return Err(thrown.into());
        }
        JsFuture::from(stream.close()).await?;
        Ok(())
    }
}
