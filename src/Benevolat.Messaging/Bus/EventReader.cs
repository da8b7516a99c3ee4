using System.Net.Mime;
using System.Runtime.Serialization;
using System.Text.Json;
using Benevolat.ServiceDefaults.Json;
using MassTransit;
using MassTransit.Serialization;

namespace Benevolat.Messaging.Bus;

/// <summary>
/// Reads events as they are on the wire: plain JSON, no envelope, no type names. A queue holds one kind of event, so the queue's consumer
/// says what to read. MassTransit's own raw reader would read with its own, global JSON options.
/// </summary>
internal sealed class EventReader : IMessageDeserializer, ISerializerFactory
{
    private const RawSerializerOptions Options = RawSerializerOptions.AnyMessageType;

    public ContentType ContentType { get; } = new("application/json");

    public ConsumeContext Deserialize(ReceiveContext receiveContext) =>
        new BodyConsumeContext(receiveContext, Deserialize(receiveContext.Body, receiveContext.TransportHeaders, receiveContext.InputAddress));

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null)
    {
        try
        {
            var json = JsonSerializer.Deserialize<JsonElement>(body.GetBytes(), JsonConventions.Tolerant);
            var context = new RawMessageContext(headers, destinationAddress, Options);
            return new SystemTextJsonRawSerializerContext(
                SystemTextJsonMessageSerializer.Instance, JsonConventions.Tolerant, ContentType, context, [], Options, json);
        }
        catch (JsonException unreadable)
        {
            throw new SerializationException("The body is not JSON.", unreadable);
        }
    }

    public MessageBody GetMessageBody(string text) => new StringMessageBody(text);

    public void Probe(ProbeContext context) => context.CreateScope("events");

    public IMessageDeserializer CreateDeserializer() => this;

    public IMessageSerializer CreateSerializer() => throw new NotSupportedException("Events leave through the outbox only.");
}
